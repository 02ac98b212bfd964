/** {@code mp export}: tables to files. */
@NullMarked
package dev.mixpaneldata.cli.export;

import org.jspecify.annotations.NullMarked;
