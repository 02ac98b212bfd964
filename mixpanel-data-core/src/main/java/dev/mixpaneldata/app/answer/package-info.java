/** Answers that several families of the app API share. */
@NullMarked
package dev.mixpaneldata.app.answer;

import org.jspecify.annotations.NullMarked;
