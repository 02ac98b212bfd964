/**
 * The enforcement of schemas, and the audit of what is tracked. Start at {@link
 * dev.mixpaneldata.app.enforcement.Enforcement}.
 */
@NullMarked
package dev.mixpaneldata.app.enforcement;

import org.jspecify.annotations.NullMarked;
