/// The HTTP edge: TLS, sessions, CSRF, content security policy, live events.
///
/// Requests are read on the event loop, answered on a virtual thread each (a bounded number at a
/// time), and written on the loop. No Vert.x object reaches a page. Every route names the
/// permission it needs, or says that it is open.
@NullMarked
package hospital.wardbell.web;

import org.jspecify.annotations.NullMarked;
