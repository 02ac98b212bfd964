/**
 * {@code mp man}: manual pages, made from picocli's model of the commands. Start at {@link
 * dev.mixpaneldata.cli.man.Manual}. {@link dev.mixpaneldata.cli.man.CommandPage} has the contents
 * of a page; {@link dev.mixpaneldata.cli.man.Roff} and {@link dev.mixpaneldata.cli.man.PlainText}
 * write it.
 */
@NullMarked
package dev.mixpaneldata.cli.man;

import org.jspecify.annotations.NullMarked;
