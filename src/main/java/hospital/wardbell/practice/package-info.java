/// A modem that is not there: it speaks AT over a real pseudo-terminal, has a network behind it,
/// and people who answer. For trying the product, for training and for tests; never in the way of a
/// real patient's text.
///
/// What outsiders may count on:
///
/// - [VirtualModem] is strict enough that programs made for real modems (gammu, smstools) accept
///   it.
/// - Its memory outlives the program that talks to it: texts stored, waiting or on their way are
///   there when the port is opened again.
/// - [Journal] is the truth about what reached the network and what was handed to the modem, with
///   the time the modem itself spent, so that a measurement can take that off.
/// - Everybody in it is made up, with numbers 555-01xx.
/// - One thread owns all of a modem's state; the methods of [VirtualModem] may be called from any.
@NullMarked
package hospital.wardbell.practice;

import org.jspecify.annotations.NullMarked;
