"""YAML read as nodes: every value keeps its place, every scalar stays the text that was typed.

`NO`, `012` and `1:30` are words here. Tags, anchors, aliases and duplicate keys are refused.
"""

from drafter.yaml_nodes.composing import LOADER as LOADER
from drafter.yaml_nodes.composing import Node as Node
from drafter.yaml_nodes.file import YamlFile as YamlFile
from drafter.yaml_nodes.plain_data import places as places
from drafter.yaml_nodes.plain_data import plain as plain
