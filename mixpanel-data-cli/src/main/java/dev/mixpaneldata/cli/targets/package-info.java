/** The commands of {@code mp target}. */
@NullMarked
package dev.mixpaneldata.cli.targets;

import org.jspecify.annotations.NullMarked;
