/**
 * Sending data to Mixpanel: events, profiles and lookup tables. Events are checked before they are
 * sent, and a job that was interrupted continues where it was acknowledged last.
 */
@NullMarked
package dev.mixpaneldata.ingest;

import org.jspecify.annotations.NullMarked;
