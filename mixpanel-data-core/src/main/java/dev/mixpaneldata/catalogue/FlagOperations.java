package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.answer.ChangeReceipt;
import dev.mixpaneldata.app.flags.CreateFlag;
import dev.mixpaneldata.app.flags.EvaluateFlags;
import dev.mixpaneldata.app.flags.FeatureFlag;
import dev.mixpaneldata.app.flags.FlagHistory;
import dev.mixpaneldata.app.flags.FlagHistoryRequest;
import dev.mixpaneldata.app.flags.FlagLimits;
import dev.mixpaneldata.app.flags.FlagListRequest;
import dev.mixpaneldata.app.flags.FlagRequest;
import dev.mixpaneldata.app.flags.FlagVariant;
import dev.mixpaneldata.app.flags.SetTestUsers;
import dev.mixpaneldata.app.flags.UpdateFlag;
import dev.mixpaneldata.operation.NoArguments;
import java.util.List;
import java.util.Optional;

/** Feature flags, as operations. */
final class FlagOperations {
  private static final ManagedOperations FAMILY = new ManagedOperations(Family.EXPERIMENTS);

  private FlagOperations() {}

  static List<OperationSpec<?, ?>> all() {
    return List.of(
        FAMILY.read(
            "list_feature_flags",
            "flags list",
            "Feature flags of the project",
            FlagListRequest.class,
            ResultType.listOf(FeatureFlag.class),
            (app, request) -> app.featureFlags().list(request)),
        FAMILY.read(
            "get_feature_flag",
            "flags get",
            "One feature flag",
            FlagRequest.class,
            ResultType.of(FeatureFlag.class),
            (app, request) -> app.featureFlags().get(request.flagId())),
        FAMILY.write(
            "create_feature_flag",
            "flags create",
            "Create a feature flag",
            CreateFlag.class,
            ResultType.of(FeatureFlag.class),
            (app, request) -> app.featureFlags().create(request)),
        FAMILY
            .write(
                "update_feature_flag",
                "flags update",
                "Replace all of a feature flag",
                UpdateFlag.class,
                ResultType.of(FeatureFlag.class),
                (app, request) -> app.featureFlags().update(request))
            .changing(
                (context, request) ->
                    List.of(subject(context.app().featureFlags().get(request.flagId()))))
            .with(Trait.REPEATABLE),
        FAMILY.delete(
            "delete_feature_flag",
            "flags delete",
            "Delete a feature flag",
            FlagRequest.class,
            (app, request) -> app.featureFlags().delete(request.flagId()),
            (app, request) -> List.of(subject(app.featureFlags().get(request.flagId())))),
        FAMILY
            .write(
                "archive_feature_flag",
                "flags archive",
                "Archive a feature flag, which turns it off",
                FlagRequest.class,
                ResultType.of(ChangeReceipt.class),
                (app, request) -> app.featureFlags().archive(request.flagId()))
            .changing(
                (context, request) ->
                    List.of(subject(context.app().featureFlags().get(request.flagId()))))
            .with(Trait.REPEATABLE),
        FAMILY
            .write(
                "restore_feature_flag",
                "flags restore",
                "Bring an archived feature flag back",
                FlagRequest.class,
                ResultType.of(FeatureFlag.class),
                (app, request) -> app.featureFlags().restore(request.flagId()))
            .changing(
                (context, request) ->
                    List.of(subject(context.app().featureFlags().get(request.flagId()))))
            .with(Trait.REPEATABLE),
        FAMILY.write(
            "duplicate_feature_flag",
            "flags duplicate",
            "Copy a feature flag",
            FlagRequest.class,
            ResultType.of(FeatureFlag.class),
            (app, request) -> app.featureFlags().duplicate(request.flagId())),
        FAMILY
            .write(
                "set_flag_test_users",
                "flags set-test-users",
                "Set the variants that certain users get",
                SetTestUsers.class,
                ResultType.of(ChangeReceipt.class),
                (app, request) -> app.featureFlags().setTestUsers(request))
            .changing(
                (context, request) ->
                    List.of(subject(context.app().featureFlags().get(request.flagId()))))
            .with(Trait.REPEATABLE),
        FAMILY.read(
            "get_flag_history",
            "flags history",
            "Changes of a feature flag",
            FlagHistoryRequest.class,
            ResultType.of(FlagHistory.class),
            (app, request) -> app.featureFlags().history(request)),
        FAMILY.read(
            "get_flag_limits",
            "flags limits",
            "How many feature flags there are and may be",
            NoArguments.class,
            ResultType.of(FlagLimits.class),
            (app, request) -> app.featureFlags().limits()),
        FAMILY.read(
            "evaluate_feature_flags",
            "flags evaluate",
            "Variants that a user gets",
            EvaluateFlags.class,
            ResultType.listOf(FlagVariant.class),
            (app, request) -> app.flagEvaluation().evaluate(request)),
        FAMILY.read(
            "get_flag_definitions",
            "flags definitions",
            "Enabled feature flags with their rules, as programs get them",
            NoArguments.class,
            ResultType.listOf(FeatureFlag.class),
            (app, request) -> app.flagEvaluation().definitions()));
  }

  private static Subject subject(FeatureFlag flag) {
    return new Subject(
        "feature flag", flag.id(), Optional.of(flag.name()), flag.canUpdateBasic().orElse(true));
  }
}
