/**
 * The Lexicon: what events and profiles are meant to hold. Start at {@link
 * dev.mixpaneldata.app.lexicon.Lexicon}.
 */
@NullMarked
package dev.mixpaneldata.app.lexicon;

import org.jspecify.annotations.NullMarked;
