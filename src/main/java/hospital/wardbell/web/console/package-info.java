/// The pages for staff: sign-in, inbox, conversation, system.
///
/// Pages are typed, precompiled templates and plain forms that work without JavaScript; a few small
/// modules make live what a person expects to be live. Words are in `messages_en.properties` and
/// `messages_es.properties`.
@NullMarked
package hospital.wardbell.web.console;

import org.jspecify.annotations.NullMarked;
