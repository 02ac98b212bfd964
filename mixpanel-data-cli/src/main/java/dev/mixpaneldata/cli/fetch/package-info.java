/**
 * The commands that fill local tables: {@code mp fetch} and {@code mp sync}. Written by hand for
 * their progress, for streams to standard output, and for options that belong together.
 */
@NullMarked
package dev.mixpaneldata.cli.fetch;

import org.jspecify.annotations.NullMarked;
