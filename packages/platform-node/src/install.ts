import { installPlatform } from "@portalis/runtime";
import { NodePlatform } from "./node-platform.js";

installPlatform(new NodePlatform());
