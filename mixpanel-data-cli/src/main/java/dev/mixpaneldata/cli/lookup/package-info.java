/** {@code mp lookup-tables}: the commands that derive from operations, and the download. */
@NullMarked
package dev.mixpaneldata.cli.lookup;

import org.jspecify.annotations.NullMarked;
