/// Measures the running product from outside: its own process, its own port, a practice modem in
/// this process whose journal says what the modem itself took. Started by `appliance/bench`; what
/// it prints is explained in `docs/performance.md`.
@NullMarked
package hospital.wardbell.bench;

import org.jspecify.annotations.NullMarked;
