/**
 * Errors with stable codes, and the next steps after them. Start at {@link
 * dev.mixpaneldata.error.MixpanelDataException}. A {@link dev.mixpaneldata.error.Hint} refers to
 * operations and parameters; a {@link dev.mixpaneldata.error.Vocabulary} names them for one face.
 */
@NullMarked
package dev.mixpaneldata.error;

import org.jspecify.annotations.NullMarked;
