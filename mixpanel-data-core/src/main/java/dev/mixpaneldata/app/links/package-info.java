/** Links into Mixpanel's web application. Start at {@link dev.mixpaneldata.app.links.Links}. */
@NullMarked
package dev.mixpaneldata.app.links;

import org.jspecify.annotations.NullMarked;
