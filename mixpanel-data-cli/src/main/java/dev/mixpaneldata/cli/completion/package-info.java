/** {@code mp completion}: completion scripts for shells. */
@NullMarked
package dev.mixpaneldata.cli.completion;

import org.jspecify.annotations.NullMarked;
