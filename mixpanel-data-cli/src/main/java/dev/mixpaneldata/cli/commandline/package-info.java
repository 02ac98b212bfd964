/** The command line: picocli's model of the commands, and how failures are reported. */
@NullMarked
package dev.mixpaneldata.cli.commandline;

import org.jspecify.annotations.NullMarked;
