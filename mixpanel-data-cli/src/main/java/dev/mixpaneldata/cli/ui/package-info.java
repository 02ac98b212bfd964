/** The command that serves the local page. */
@NullMarked
package dev.mixpaneldata.cli.ui;

import org.jspecify.annotations.NullMarked;
