/**
 * Indexes of tables of events: narrow copies in files beside the database, ordered by event, user
 * and time, with the columns that reports asked for. Nothing is in them that the table does not
 * have: they may be deleted at any time.
 */
@NullMarked
package dev.mixpaneldata.storage.index;

import org.jspecify.annotations.NullMarked;
