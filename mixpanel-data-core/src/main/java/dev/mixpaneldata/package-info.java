/**
 * A Mixpanel project as something you can program, query and ask. Start at {@link
 * dev.mixpaneldata.Workspace}.
 */
@NullMarked
package dev.mixpaneldata;

import org.jspecify.annotations.NullMarked;
