/** Processes of this library's own: what their Java is started with. */
@NullMarked
package dev.mixpaneldata.storage.process;

import org.jspecify.annotations.NullMarked;
