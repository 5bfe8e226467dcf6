import "@fontsource-variable/source-sans-3/index.css";
import "@fontsource-variable/source-sans-3/wght-italic.css";
import "@fontsource-variable/source-serif-4/index.css";
import "./style/tokens.css";
import "./style/base.css";
import "./style/frame.css";
import "./style/parts.css";
import "./style/screens.css";
import "./style/reader.css";
import "./style/print.css";
import { render } from "preact";
import { loadSession } from "./api/client";
import { Frame } from "./frame/frame";
import { loadWords } from "./parts/vocabulary";
import { followLinks } from "./router";

document.addEventListener("click", followLinks);
await Promise.all([loadSession(), loadWords()]);
render(<Frame />, document.getElementById("desk") as HTMLElement);
