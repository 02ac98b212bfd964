/**
 * The build's check of docs/: tables of options, printed commands and pieces of Java are what the
 * code says. Start at {@link dev.mixpaneldata.examples.pages.PagesTest}.
 */
@NullMarked
package dev.mixpaneldata.examples.pages;

import org.jspecify.annotations.NullMarked;
