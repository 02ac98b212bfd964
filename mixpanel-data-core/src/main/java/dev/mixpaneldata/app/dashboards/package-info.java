/**
 * Boards, with their reports and texts. Start at {@link
 * dev.mixpaneldata.app.dashboards.Dashboards}.
 */
@NullMarked
package dev.mixpaneldata.app.dashboards;

import org.jspecify.annotations.NullMarked;
