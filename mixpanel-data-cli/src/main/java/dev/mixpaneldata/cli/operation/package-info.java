/** Commands derived from core's operations, and how the command line presents them. */
@NullMarked
package dev.mixpaneldata.cli.operation;

import org.jspecify.annotations.NullMarked;
