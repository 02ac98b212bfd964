package dev.mixpaneldata.internal.json;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of type {@code Map<String, Json>} that holds the fields of Mixpanel's answer
 * for which the record has no component, by Mixpanel's names. JSON shows them after the others.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Remaining {}
