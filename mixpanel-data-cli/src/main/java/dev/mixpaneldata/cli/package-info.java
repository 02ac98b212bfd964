/**
 * The command {@code mp}. Start at {@link dev.mixpaneldata.cli.Mp}. A command is found in {@link
 * dev.mixpaneldata.cli.CommandTree} and gets all it may touch as a {@link
 * dev.mixpaneldata.cli.command.CommandContext}.
 */
@NullMarked
package dev.mixpaneldata.cli;

import org.jspecify.annotations.NullMarked;
