/** Events on their way out of the database file, and out of files that the engine can read. */
@NullMarked
package dev.mixpaneldata.storage.events;

import org.jspecify.annotations.NullMarked;
