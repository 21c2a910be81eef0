/// A second program that checks an export of the audit record, written from `docs/audit-format.md`
/// alone: it uses the JDK and not a line of the product.
@NullMarked
package hospital.wardbell.auditverifier;

import org.jspecify.annotations.NullMarked;
