package hospital.wardbell.contact;

import hospital.wardbell.base.PhoneNumber;
import java.util.Optional;

/// What was made of something typed where a telephone number is due.
///
/// @param number the number, if there is just one and it is certain; never guessed
/// @param textable whether a text may be sent to it
/// @param reason a code: `ok`, `extension`, `toll_free`, `too_short`, ... ; also says why not
public record PhoneReading(Optional<PhoneNumber> number, boolean textable, String reason) {}
