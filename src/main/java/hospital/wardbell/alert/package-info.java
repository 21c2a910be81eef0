/// Who must know now: alerts, who is told of them and by what, who has acknowledged them.
///
/// An alert is a row of its own, raised in the transaction of what it is about, so that neither is
/// without the other. A loop tells the people of a circle by every channel that leads to them,
/// tries again where a channel is away, and goes on to the next circle when nobody acknowledges;
/// when there is no further one it is put on record that nobody did. A channel may tell somebody
/// twice, after a kill between the telling and its row; it never tells nobody in silence.
///
/// An alert has a kind, ids and numbers. There is no place in it for words, so none of a patient
/// can be in it; what leaves the house says its kind and its reference only.
@NullMarked
package hospital.wardbell.alert;

import org.jspecify.annotations.NullMarked;
