/** Lines of audit logs. Start at {@link dev.mixpaneldata.internal.audit.AuditLine}. */
@NullMarked
package dev.mixpaneldata.internal.audit;

import org.jspecify.annotations.NullMarked;
