/**
 * Reads lines of Mixpanel's raw export as bytes: splits, checks, repairs and slices them. The same
 * rules hold when a part is received and when it is loaded. Start at {@link
 * dev.mixpaneldata.internal.line.LineScanner}.
 */
@NullMarked
package dev.mixpaneldata.internal.line;

import org.jspecify.annotations.NullMarked;
