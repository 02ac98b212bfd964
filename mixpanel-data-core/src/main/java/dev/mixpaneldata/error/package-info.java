/**
 * What can go wrong, with stable codes, and what to do next. Start at {@link
 * dev.mixpaneldata.error.MixpanelDataException}. A {@link dev.mixpaneldata.error.Hint} refers to
 * operations and parameters; a {@link dev.mixpaneldata.error.Vocabulary} names them for one face.
 */
@NullMarked
package dev.mixpaneldata.error;

import org.jspecify.annotations.NullMarked;
