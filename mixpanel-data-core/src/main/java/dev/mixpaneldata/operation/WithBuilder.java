package dev.mixpaneldata.operation;

import io.soabase.recordbuilder.core.RecordBuilder;
import io.soabase.recordbuilder.core.RecordBuilder.ConcreteSettersForOptionalMode;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record whose optional parts are set by name. The compiler generates {@code XBuilder}; the
 * record implements {@code XBuilder.With}, so that every request is changed in the same way:
 *
 * <pre>{@code
 * SegmentationRequest.of("Purchase", january).with(r -> r.on("plan").limit(5))
 * }</pre>
 *
 * <p>The record checks itself once, after all changes.
 */
@RecordBuilder.Template(
    options =
        @RecordBuilder.Options(
            addConcreteSettersForOptional = ConcreteSettersForOptionalMode.ENABLED,
            addStaticBuilder = false,
            enableGetters = false,
            inheritComponentAnnotations = false))
@Retention(RetentionPolicy.SOURCE)
@Target(ElementType.TYPE)
public @interface WithBuilder {}
