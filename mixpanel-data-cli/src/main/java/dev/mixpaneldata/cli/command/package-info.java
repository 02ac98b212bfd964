/** What a command is, and all that it may touch outside itself. */
@NullMarked
package dev.mixpaneldata.cli.command;

import org.jspecify.annotations.NullMarked;
