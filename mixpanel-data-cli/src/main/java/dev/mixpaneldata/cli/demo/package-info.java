/** {@code mp demo}: the whole tool in half a minute, without an account and without a network. */
@NullMarked
package dev.mixpaneldata.cli.demo;

import org.jspecify.annotations.NullMarked;
