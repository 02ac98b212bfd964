/**
 * {@code mp man}: manual pages, made of picocli's model of the commands. Start at {@link
 * dev.mixpaneldata.cli.man.Manual}; {@link dev.mixpaneldata.cli.man.CommandPage} says what stands
 * on a page, {@link dev.mixpaneldata.cli.man.Roff} and {@link dev.mixpaneldata.cli.man.PlainText}
 * write it down.
 */
@NullMarked
package dev.mixpaneldata.cli.man;

import org.jspecify.annotations.NullMarked;
