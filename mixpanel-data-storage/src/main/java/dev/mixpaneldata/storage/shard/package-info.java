/**
 * Reports over events that lie in many places: what each place computes, and what is asked of
 * whoever brings the events there.
 */
@NullMarked
package dev.mixpaneldata.storage.shard;

import org.jspecify.annotations.NullMarked;
