package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.customproperties.CreateCustomProperty;
import dev.mixpaneldata.app.customproperties.CustomProperty;
import dev.mixpaneldata.app.customproperties.CustomPropertyCheck;
import dev.mixpaneldata.app.customproperties.CustomPropertyRequest;
import dev.mixpaneldata.app.customproperties.UpdateCustomProperty;
import dev.mixpaneldata.operation.NoArguments;
import java.util.List;

/** Custom properties, as operations. */
final class CustomPropertyOperations {
  private static final ManagedOperations FAMILY = new ManagedOperations(Family.GOVERNANCE);

  private CustomPropertyOperations() {}

  static List<OperationSpec<?, ?>> all() {
    return List.of(
        FAMILY.read(
            "list_custom_properties",
            "custom-properties list",
            "Properties that Mixpanel computes from others",
            NoArguments.class,
            ResultType.listOf(CustomProperty.class),
            (app, request) -> app.customProperties().list()),
        FAMILY.read(
            "get_custom_property",
            "custom-properties get",
            "One custom property with its formula",
            CustomPropertyRequest.class,
            ResultType.of(CustomProperty.class),
            (app, request) -> app.customProperties().get(request.customPropertyId())),
        FAMILY.write(
            "create_custom_property",
            "custom-properties create",
            "Create a custom property from a formula or a behavior",
            CreateCustomProperty.class,
            ResultType.of(CustomProperty.class),
            (app, request) -> app.customProperties().create(request)),
        FAMILY
            .write(
                "update_custom_property",
                "custom-properties update",
                "Replace a custom property by what is given",
                UpdateCustomProperty.class,
                ResultType.of(CustomProperty.class),
                (app, request) -> app.customProperties().update(request))
            .with(Trait.REPEATABLE),
        FAMILY.delete(
            "delete_custom_property",
            "custom-properties delete",
            "Delete a custom property",
            CustomPropertyRequest.class,
            (app, request) -> app.customProperties().delete(request.customPropertyId()),
            (app, request) -> {
              CustomProperty property = app.customProperties().get(request.customPropertyId());
              return List.of(
                  Subject.of("custom property", request.customPropertyId(), property.name()));
            }),
        FAMILY.read(
            "validate_custom_property",
            "custom-properties validate",
            "Check a custom property without creating it",
            CreateCustomProperty.class,
            ResultType.of(CustomPropertyCheck.class),
            (app, request) -> app.customProperties().validate(request)));
  }
}
