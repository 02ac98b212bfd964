/** Commands derived from core's operations, and what is shown differently on a command line. */
@NullMarked
package dev.mixpaneldata.cli.operation;

import org.jspecify.annotations.NullMarked;
