/**
 * Data lakes: a project's events as Parquet files, one folder a day, with a manifest that says what
 * is in them. Start at {@link dev.mixpaneldata.lake.LakeManifest}.
 */
@NullMarked
package dev.mixpaneldata.lake;

import org.jspecify.annotations.NullMarked;
