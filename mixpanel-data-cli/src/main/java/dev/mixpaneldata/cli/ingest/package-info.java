/** {@code mp import} and {@code mp profiles}: what is sent to Mixpanel. */
@NullMarked
package dev.mixpaneldata.cli.ingest;

import org.jspecify.annotations.NullMarked;
