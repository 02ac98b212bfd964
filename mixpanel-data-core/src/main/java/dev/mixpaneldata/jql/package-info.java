/** Scripts that run at Mixpanel. Start at {@link dev.mixpaneldata.jql.Jql}. */
@NullMarked
package dev.mixpaneldata.jql;

import org.jspecify.annotations.NullMarked;
