/**
 * Makes request records from named arguments. Start at {@link
 * dev.mixpaneldata.internal.binding.Binder}.
 */
@NullMarked
package dev.mixpaneldata.internal.binding;

import org.jspecify.annotations.NullMarked;
