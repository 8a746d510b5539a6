package org.stoa.shared.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import org.eclipse.microprofile.openapi.annotations.OpenAPIDefinition;
import org.eclipse.microprofile.openapi.annotations.enums.SecuritySchemeType;
import org.eclipse.microprofile.openapi.annotations.info.Contact;
import org.eclipse.microprofile.openapi.annotations.info.Info;
import org.eclipse.microprofile.openapi.annotations.info.License;
import org.eclipse.microprofile.openapi.annotations.security.SecurityRequirement;
import org.eclipse.microprofile.openapi.annotations.security.SecurityScheme;
import org.eclipse.microprofile.openapi.annotations.servers.Server;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The REST API. Resources and providers are found by their annotations. */
@ApplicationPath(ApiApplication.PATH)
@OpenAPIDefinition(
    info =
        @Info(
            title = "Stoa",
            version = "1",
            description =
                """
                Studies, datasets, dashboards and the work behind them, for one organisation.

                **Signing in.** Get a token from `POST /api/v1/auth/token` and send it as \
                `Authorization: Bearer …`. It lasts minutes; `POST /api/v1/auth/refresh` gives the \
                next one for the refresh token, once.

                **Errors** are `application/problem+json` (RFC 9457): `type`, `title`, `status`, \
                `detail`, `instance`, and what is known beyond that, such as `errors` with the \
                field, or `line` and `column`. Another organisation's id answers 404. An error of \
                ours has an `incident`, under which it is in the log.

                **Lists** are read page by page: `limit` (1 to 200, 50 when left out), and the \
                `Link` header with `rel="next"` leads to the next page.

                **Repeating.** A request that creates a study, a person or an organisation may \
                carry an `Idempotency-Key` of up to 200 characters; the same request with the \
                same key again gets the same answer and creates nothing. A caller's keys are \
                remembered for at least 24 hours.

                **Versions.** What can be changed has an `ETag`; send it back as `If-Match`, and \
                the change is refused (412) when somebody else was faster.

                Members without a value are left out of answers. Instants are ISO 8601 in UTC.
                """,
            contact = @Contact(name = "The administrator of this installation"),
            license =
                @License(name = "Apache-2.0", url = "https://www.apache.org/licenses/LICENSE-2.0")),
    servers = @Server(url = "/", description = "This installation"),
    security = @SecurityRequirement(name = ApiApplication.TOKEN),
    tags = {
      @Tag(name = "Signing in", description = "Tokens, and who is signed in."),
      @Tag(name = "People", description = "The people of the organisation, and organisations."),
      @Tag(name = "Audit", description = "Who did what when, with the old and the new value."),
      @Tag(name = "Studies", description = "Clinical studies and their uploads."),
      @Tag(name = "Datasets", description = "Versions, rows and queries of datasets."),
      @Tag(name = "Dashboards", description = "Dashboards and the data of their widgets."),
      @Tag(name = "Jobs", description = "What runs in the background."),
      @Tag(name = "Schedules", description = "When something runs.")
    })
@SecurityScheme(
    securitySchemeName = ApiApplication.TOKEN,
    type = SecuritySchemeType.HTTP,
    scheme = "bearer",
    bearerFormat = "JWT",
    description = "The access token of `POST /api/v1/auth/token`.")
public class ApiApplication extends Application {

  /** Where the API begins. */
  public static final String PATH = "/api/v1";

  /** The name of the security scheme. */
  public static final String TOKEN = "token";
}
