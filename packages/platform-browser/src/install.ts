import { installPlatform } from "@portalis/runtime";
import { BrowserPlatform } from "./browser-platform.js";

installPlatform(new BrowserPlatform());
