/**
 * Lines of Mixpanel's raw export, taken apart as bytes: split, checked, repaired, sliced. The same
 * rules hold when a part is received and when it is loaded. Start at {@link
 * dev.mixpaneldata.internal.line.LineScanner}.
 */
@NullMarked
package dev.mixpaneldata.internal.line;

import org.jspecify.annotations.NullMarked;
