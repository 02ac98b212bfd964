/** JSON as this library reads and writes it. */
@NullMarked
package dev.mixpaneldata.internal.json;

import org.jspecify.annotations.NullMarked;
