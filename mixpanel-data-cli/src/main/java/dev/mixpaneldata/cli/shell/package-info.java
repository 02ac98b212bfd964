/** {@code mp shell}: SQL on the local tables, line by line. */
@NullMarked
package dev.mixpaneldata.cli.shell;

import org.jspecify.annotations.NullMarked;
