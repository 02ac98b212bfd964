/**
 * The local page: reports, SQL, users and boards in a browser. Start at {@link
 * dev.mixpaneldata.ui.UiServer}.
 */
@NullMarked
package dev.mixpaneldata.ui;

import org.jspecify.annotations.NullMarked;
