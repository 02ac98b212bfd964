/**
 * What people wrote about their business for those who read the numbers. Start at {@link
 * dev.mixpaneldata.app.context.BusinessContexts}.
 */
@NullMarked
package dev.mixpaneldata.app.context;

import org.jspecify.annotations.NullMarked;
