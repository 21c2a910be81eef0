package hospital.wardbell.inbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import hospital.wardbell.base.PhoneNumber;
import java.io.ByteArrayOutputStream;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Word of a picture message (MMS) that waits at its operator: a WAP push that carries an
/// `M-Notification.ind`. The picture itself is not fetched, nor is its subject shown: any phone can
/// send such a push in anybody's name.
///
/// @param from who sent the picture, if it says so by a telephone number
/// @spec https://www.openmobilealliance.org/release/MMS/#6.2 OMA MMS Encapsulation §6.2
record PictureNotice(Optional<PhoneNumber> from) {
  private static final int PUSH = 0x06;
  private static final int SHORT = 0x80;
  private static final int LONGEST_SHORT_LENGTH = 30;
  private static final int LENGTH_FOLLOWS = 31;
  private static final int QUOTE = 0x7f;
  private static final int MMS = SHORT | 0x3e;
  private static final String MMS_BY_NAME = "application/vnd.wap.mms-message";

  private static final int FROM = 0x89;
  private static final int MESSAGE_TYPE = 0x8c;
  private static final int NOTIFICATION = 0x82;
  private static final int ADDRESS_PRESENT = 0x80;
  private static final Pattern TELEPHONE = Pattern.compile("(\\+[1-9][0-9]{6,14})/TYPE=PLMN");

  /// What `push` says, if it is such a word. It may be cut off: of what has not come nothing is
  /// said.
  static Optional<PictureNotice> in(byte[] push) {
    ByteBuffer in = ByteBuffer.wrap(push);
    try {
      if (!isPicture(in)) {
        return Optional.empty();
      }
    } catch (BufferUnderflowException _) {
      return Optional.empty();
    }
    try {
      return body(in);
    } catch (BufferUnderflowException _) {
      return Optional.of(new PictureNotice(Optional.empty()));
    }
  }

  /// Reads up to the body.
  ///
  /// @spec https://www.wapforum.org/what/technical.htm#8.2.4 WAP-230-WSP §8.2.4
  private static boolean isPicture(ByteBuffer in) {
    skip(in, 1); // the transaction's number
    boolean isPush = octet(in) == PUSH;
    int headers = variable(in);
    int body = in.position() + headers;
    boolean isPicture = isPush && isPictureType(in);
    skip(in, body - in.position());
    return isPicture;
  }

  private static boolean isPictureType(ByteBuffer in) {
    int first = octet(in);
    if (first <= LENGTH_FOLLOWS) {
      back(in);
      length(in);
      first = octet(in);
    }
    if (first >= SHORT) {
      return first == MMS;
    }
    back(in);
    return text(in).toLowerCase(Locale.ROOT).equals(MMS_BY_NAME);
  }

  private static Optional<PictureNotice> body(ByteBuffer in) {
    Optional<PhoneNumber> from = Optional.empty();
    while (in.hasRemaining() && from.isEmpty()) {
      switch (octet(in)) {
        case MESSAGE_TYPE -> {
          if (octet(in) != NOTIFICATION) {
            return Optional.empty();
          }
        }
        case FROM -> from = from(in);
        default -> skipValue(in);
      }
    }
    return Optional.of(new PictureNotice(from));
  }

  private static Optional<PhoneNumber> from(ByteBuffer in) {
    int end = length(in) + in.position();
    if (octet(in) != ADDRESS_PRESENT) {
      skip(in, end - in.position());
      return Optional.empty();
    }
    if (octet(in) <= LENGTH_FOLLOWS) {
      back(in);
      length(in);
      skipValue(in); // the character set; digits are the same in all
    } else {
      back(in);
    }
    Matcher telephone = TELEPHONE.matcher(text(in));
    skip(in, Math.max(0, end - in.position()));
    return telephone.matches()
        ? Optional.of(new PhoneNumber(telephone.group(1)))
        : Optional.empty();
  }

  private static void skipValue(ByteBuffer in) {
    int first = octet(in);
    if (first <= LENGTH_FOLLOWS) {
      back(in);
      skip(in, length(in));
    } else if (first < SHORT) {
      text(in);
    }
  }

  private static int length(ByteBuffer in) {
    int first = octet(in);
    return first <= LONGEST_SHORT_LENGTH ? first : variable(in);
  }

  /// A number in sevens of bits, at most what 28 of them hold.
  private static int variable(ByteBuffer in) {
    int value = 0;
    for (int i = 0; i < 4; i++) {
      int octet = octet(in);
      value = (value << 7) | (octet & ~SHORT);
      if (octet < SHORT) {
        return value;
      }
    }
    throw new BufferUnderflowException();
  }

  /// Up to the zero that ends it.
  private static String text(ByteBuffer in) {
    var out = new ByteArrayOutputStream();
    for (int octet = octet(in); octet != 0; octet = octet(in)) {
      if (octet != QUOTE || out.size() > 0) {
        out.write(octet);
      }
    }
    return out.toString(ISO_8859_1);
  }

  private static int octet(ByteBuffer in) {
    return Byte.toUnsignedInt(in.get());
  }

  private static void back(ByteBuffer in) {
    in.position(in.position() - 1);
  }

  private static void skip(ByteBuffer in, int octets) {
    if (octets < 0 || octets > in.remaining()) {
      throw new BufferUnderflowException();
    }
    in.position(in.position() + octets);
  }
}
