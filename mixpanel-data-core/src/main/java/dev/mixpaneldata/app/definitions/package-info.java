/**
 * What the Lexicon says about events and properties. Start at {@link
 * dev.mixpaneldata.app.definitions.LexiconDefinitions}.
 */
@NullMarked
package dev.mixpaneldata.app.definitions;

import org.jspecify.annotations.NullMarked;
